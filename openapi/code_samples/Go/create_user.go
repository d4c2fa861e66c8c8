// Go 1.19 or newer, nothing but the standard library. Run it with "go run create_user.go".
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"
)

func main() {
	apiKey := os.Getenv("P100_API_KEY")
	if apiKey == "" {
		fail("Set P100_API_KEY to your key.")
	}
	baseURL := os.Getenv("P100_BASE_URL")
	if baseURL == "" {
		baseURL = "https://partner-api-stage.p100.io"
	}

	user, err := json.Marshal(map[string]string{
		"externalUserId": "6ef2fb57-c337-4557-ba24-b82f1322f912",
		"email":          "johndoe@gmail.com",
		"phone":          "48123123123",
		"firstName":      "John",
		"lastName":       "Doe",
		"address":        "Example 321",
		"city":           "New York",
		"postCode":       "EA0234",
		"country":        "PL",
		"citizenship":    "PL",
		"documentType":   "ID_CARD",
		"documentNumber": "CEV12630",
	})
	check(err)
	request, err := http.NewRequest("POST", baseURL+"/v1/user/balances/crypto-and-fiat", bytes.NewReader(user))
	check(err)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("x-api-key", apiKey)

	client := http.Client{
		Timeout: 30 * time.Second,
		// A redirect would carry the key to another host.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Do(request)
	check(err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	check(err)

	var result struct{ UserID, ErrorCode string }
	if json.Unmarshal(body, &result) == nil && response.StatusCode == 201 {
		fmt.Println("Created user", result.UserID)
	} else if result.ErrorCode == "P411" {
		fail("This externalUserId is taken: the user exists.")
	} else {
		fail(fmt.Sprintf("P100 returned %d: %s", response.StatusCode, body))
	}
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(message string) {
	fmt.Fprintln(os.Stderr, message)
	os.Exit(1)
}
